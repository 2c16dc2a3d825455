package sitrep

import "fmt"

// Problem is something that went wrong with a text without ending the work on it. It is returned with the result, never only logged.
type Problem struct {
	Stage string // the component that met it
	Span  Span   // where, empty for the whole text
	Err   string // what was wrong
}

func (p Problem) String() string {
	return fmt.Sprintf("%s: bytes %d-%d: %s", p.Stage, p.Span.Start, p.Span.End, p.Err)
}
