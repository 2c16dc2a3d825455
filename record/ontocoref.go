package record

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"sitrep"
)

// OpenOntoCoref reads a file of chains, gzip if its name ends so.
func OpenOntoCoref(path string) (map[string][]sitrep.Chain, error) {
	r, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return ReadOntoCoref(r, path)
}

// ReadOntoCoref reads chains in the columns that CoNLL-2012 and GUM share: "# begin document ID", then number, word and brackets for
// each word: "(3" opens a mention of chain 3, "3)" closes it, "(3)" is one of a single word. The mentions hold the numbers of their
// words in the document and no spans. The map is by document.
func ReadOntoCoref(r io.Reader, name string) (map[string][]sitrep.Chain, error) {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 1<<16), 1<<24)
	all, line := map[string][]sitrep.Chain{}, 0
	var b *brackets
	for in.Scan() {
		line++
		text := strings.TrimSuffix(in.Text(), "\r")
		if id, ok := strings.CutPrefix(text, "# begin document "); ok {
			b = &brackets{id: strings.TrimSpace(id), open: map[string][]int{}, chain: map[string]int{}}
			continue
		}
		switch err := error(nil); {
		case text == "# end document":
			if b != nil {
				all[b.id] = b.chains
			}
			b = nil
		case text == "" || strings.HasPrefix(text, "# "):
		case b == nil:
			return nil, fmt.Errorf("%s:%d: a row outside a document: want \"# begin document\" before it", name, line)
		default:
			if err = b.row(text); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, line, err)
			}
		}
	}
	return all, in.Err()
}

// brackets turns the brackets of a document's words into chains in the order of their first mentions.
type brackets struct {
	id     string
	word   int
	open   map[string][]int // where the mentions of a chain that are not closed yet began
	chain  map[string]int
	chains []sitrep.Chain
}

func (b *brackets) row(text string) error {
	columns := strings.Split(text, "\t")
	if len(columns) == 1 {
		columns = strings.Fields(text)
	}
	if len(columns) < 3 {
		return fmt.Errorf("a row of coreference has 3 columns or more, this one %d", len(columns))
	}
	word := b.word
	b.word++
	for s := strings.TrimLeft(columns[len(columns)-1], "_-|"); s != ""; s = strings.TrimLeft(s, "|") {
		opens := s[0] == '('
		s = strings.TrimPrefix(s, "(")
		n := strings.IndexAny(s+"|", "()|")
		id := s[:n]
		closes := strings.HasPrefix(s[n:], ")")
		s = strings.TrimPrefix(s[n:], ")")
		if id == "" || !opens && !closes {
			return fmt.Errorf("word %d: brackets %q are not of the kind (1, 1) or (1)", word, columns[len(columns)-1])
		}
		if opens {
			b.begin(id, word)
		}
		if closes && !b.end(id, word) {
			return fmt.Errorf("word %d: %s) closes a mention that was not opened", word, id)
		}
	}
	return nil
}

// begin opens a mention; the chain has its place by the first.
func (b *brackets) begin(id string, word int) {
	b.open[id] = append(b.open[id], word)
	if _, ok := b.chain[id]; !ok {
		b.chain[id] = len(b.chains)
		b.chains = append(b.chains, sitrep.Chain{})
	}
}

func (b *brackets) end(id string, word int) bool {
	begun := b.open[id]
	if len(begun) == 0 {
		return false
	}
	c := &b.chains[b.chain[id]]
	first := begun[len(begun)-1]
	c.Mentions = append(c.Mentions, sitrep.Mention{First: first, Last: word + 1, Head: sitrep.NoHead})
	b.open[id] = begun[:len(begun)-1]
	return true
}
