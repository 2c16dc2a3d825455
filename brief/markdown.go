package brief

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"sitrep/internal/terminal"
)

// special are the characters of Markdown and of HTML in it; each is written behind a backslash, so that no text of a report can make a link, an image or a tag.
var special = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "!", `\!`, "&", `\&`, "~", `\~`)

func plain(s string) string { return terminal.Clean(strings.Join(strings.Fields(s), " ")) }

func escaped(s string) string {
	s = special.Replace(plain(s))
	return strings.ReplaceAll(strings.ReplaceAll(s, "://", `:\//`), "www.", `www\.`)
}

func (b *Brief) markdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# %s\n\n", escaped(b.Title))
	for _, s := range b.Head {
		fmt.Fprintf(out, "%s\n\n", escaped(s.Text))
	}
	for _, s := range b.Sections {
		fmt.Fprintf(out, "## %s\n\n", escaped(s.Heading))
		for _, i := range s.Items {
			b.markdownItem(out, &i)
		}
		out.WriteByte('\n')
	}
	if len(b.Notes) > 0 {
		out.WriteString("## Notes\n\n")
	}
	for k := range b.Notes {
		fmt.Fprintf(out, "%d. %s\n", k+1, escaped(b.Notes[k].String()))
	}
	return out.Flush()
}

func (b *Brief) markdownItem(out *bufio.Writer, i *Item) {
	points := i.Points
	if len(i.Sentences) == 0 {
		for _, s := range points {
			fmt.Fprintf(out, "- %s%s\n", escaped(s.Text), references(s.Notes))
		}
		return
	}
	out.WriteString("-")
	for _, s := range i.Sentences {
		fmt.Fprintf(out, " %s%s", escaped(s.Text), references(s.Notes))
	}
	if i.Incident != "" {
		fmt.Fprintf(out, " (incident %s)", escaped(i.Incident))
	}
	out.WriteByte('\n')
	for _, s := range points {
		fmt.Fprintf(out, "  - %s%s\n", escaped(s.Text), references(s.Notes))
	}
}

// references are the numbers of notes as they stand behind a sentence.
func references(notes []int) string {
	s := ""
	for _, n := range notes {
		s += fmt.Sprintf(" [%d]", n)
	}
	return s
}

// String is a note on one line: outlet, day, report, the words.
func (n *Note) String() string {
	outlet := n.Outlet
	if outlet == "" {
		outlet = "outlet not known"
	}
	published := n.Published.String()
	if published == "" {
		published = "day not known"
	}
	return fmt.Sprintf("%s, %s, report %s: “%s”", outlet, published, n.Report, n.Quote)
}
