package page

import (
	"regexp"
	"strings"
)

// readMarkdown takes the marks off a text and its first heading as the title. A block of "key: value" between lines of --- at the head
// tells what the page data of HTML would.
func readMarkdown(raw []byte) (*draft, error) {
	d := &draft{titleInText: true}
	text := normal(decodeText(raw, d))
	text = d.frontMatter(text)
	var blocks []string
	for _, block := range strings.Split(blankLines.ReplaceAllString(text, "\n\n"), "\n\n") {
		b, level := plainBlock(block)
		if level == 1 && d.title == "" && len(blocks) == 0 {
			d.title, d.titleInText = oneLine(b), false
			continue
		}
		if b != "" {
			blocks = append(blocks, b)
		}
	}
	d.text = normal(strings.Join(blocks, "\n\n"))
	return d, nil
}

var (
	blankLines = regexp.MustCompile(`\n[ \t]*\n\s*`)
	image      = regexp.MustCompile(`!\[[^\]\n]*\]\([^)\n]*\)`)
	inlineLink = regexp.MustCompile(`\[([^\]\n]+)\]\([^)\n]*\)`)
	refLink    = regexp.MustCompile(`\[([^\]\n]+)\]\[[^\]\n]*\]`)
	reference  = regexp.MustCompile(`(?m)^\[[^\]\n]+\]:\s+\S+.*$`)
	autoLink   = regexp.MustCompile(`<(https?://[^>\s]+)>`)
	emphasis   = regexp.MustCompile(`\*{1,3}([^*\s](?:[^*\n]*[^*\s])?)\*{1,3}|\b_{1,2}([^_\s](?:[^_\n]*[^_\s])?)_{1,2}\b`)
	lineMark   = regexp.MustCompile(`(?m)^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+)+`)
	listItem   = regexp.MustCompile(`^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+`)
	ruler      = regexp.MustCompile(`^[ \t]*(?:[-*_=][ \t]*){3,}$`)
)

// plainBlock takes the marks off a block; level is that of a heading, else 0.
func plainBlock(block string) (text string, level int) {
	block = strings.Trim(block, "\n")
	if ruler.MatchString(block) {
		return "", 0
	}
	if n := len(block) - len(strings.TrimLeft(block, "#")); n > 0 && n <= 6 && strings.HasPrefix(block[n:], " ") {
		head, rest, _ := strings.Cut(block, "\n")
		if rest == "" {
			return inline(strings.Trim(head, "# ")), n
		}
		block = strings.Trim(head, "# ") + "\n\n" + rest
	}
	if head, under, ok := strings.Cut(block, "\n"); ok && !strings.Contains(under, "\n") && len(under) > 2 && strings.Trim(under, "=") == "" {
		return inline(head), 1
	}
	return inline(joinLines(block)), 0
}

// joinLines makes one line of the lines of a paragraph, and a block of each item of a list.
func joinLines(block string) string {
	var b strings.Builder
	for i, line := range strings.Split(block, "\n") {
		switch {
		case i == 0:
		case listItem.MatchString(line):
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimSpace(lineMark.ReplaceAllString(line, "")))
	}
	return b.String()
}

func inline(s string) string {
	s = reference.ReplaceAllString(image.ReplaceAllString(s, ""), "")
	s = refLink.ReplaceAllString(inlineLink.ReplaceAllString(s, "$1"), "$1")
	s = emphasis.ReplaceAllString(autoLink.ReplaceAllString(s, "$1"), "$1$2")
	return strings.TrimSpace(strings.ReplaceAll(s, "`", ""))
}

// frontMatter reads the block at the head and gives the text after it.
func (d *draft) frontMatter(text string) string {
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return text
	}
	head, rest, ok := strings.Cut(rest, "\n---")
	if !ok || len(head) > 1<<13 {
		return text
	}
	for _, line := range strings.Split(head, "\n") {
		key, value, _ := strings.Cut(line, ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "title":
			d.title, d.titleInText = value, value == ""
		case "author", "byline":
			d.byline = value
		case "url", "link", "source_url", "canonical":
			d.url = value
		case "outlet", "site", "publisher", "source":
			d.outlet = value
		case "lang", "language":
			d.language = value
		case "date", "published", "pubdate":
			if m, ok := ParseTime(value); ok {
				d.published = m
			}
		}
	}
	_, rest, _ = strings.Cut(rest, "\n")
	return rest
}
