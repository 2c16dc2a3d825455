package standoff

import "strings"

// Note is what is said of a mark on one line, for tools in which people write free text: "count 3; side NORTH". Choices are not in it.
func (m *Mark) Note() string {
	var parts []string
	for _, f := range m.Fields {
		if ChoiceOf(f.Name) == nil {
			parts = append(parts, f.Name+" "+f.Value)
		}
	}
	return strings.Join(parts, "; ")
}

// ParseNote reads a note.
func ParseNote(note string) []Field {
	var out []Field
	for part := range strings.SplitSeq(note, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), " ")
		if name = strings.TrimRight(name, ":="); name != "" {
			out = append(out, Field{name, strings.TrimSpace(value)})
		}
	}
	return out
}
