// Package plainjson writes JSON for people and programs that are no web page: with <, > and & as they are.
package plainjson

import (
	"bytes"
	"encoding/json"
)

// Marshal is v as JSON on one line, without the line's end.
func Marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
