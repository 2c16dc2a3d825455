package mcp

import (
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain makes what a pointer points to safe to show: signs that steer a terminal or turn the direction of writing become U+FFFD, one for one, so that offsets hold.
func plain(v any) { walk(reflect.ValueOf(v)) }

func walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				walk(v.Field(i))
			}
		}
	case reflect.String:
		if v.CanSet() {
			v.SetString(strings.Map(seen, v.String()))
		}
	}
}

// seen is a sign that may be shown: lines and columns stay.
func seen(r rune) rune {
	if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
		return utf8.RuneError
	}
	return r
}
