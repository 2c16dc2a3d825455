package source

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"sitrep/internal/inorder"
	"sitrep/source/fetch"
)

// mostLine is how long a line of a list of addresses may be.
const mostLine = 8 << 10

// isList tells a list of addresses: one a line, with # before remarks.
func isList(in *input) bool {
	head, _ := in.Peek(1 << 12)
	if len(head) == 1<<12 {
		head = head[:bytes.LastIndexByte(head, '\n')+1]
	}
	found := false
	for line := range strings.Lines(string(head)) {
		if address := addressIn(line); address != "" {
			if !isAddress(address) || strings.ContainsAny(address, " \t") {
				return false
			}
			found = true
		}
	}
	return found
}

// addressIn is the address on a line of a list, empty where there is none.
func addressIn(line string) string {
	line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
	if strings.HasPrefix(line, "#") {
		return ""
	}
	address, _, _ := strings.Cut(line, " #")
	return strings.TrimSpace(address)
}

// fetchers are how many addresses of a list are fetched at once; each host is asked at its own pace all the same.
const fetchers = 4

// visit is an address of a list, what stood there, or why it is not known.
type visit struct {
	item    Item
	address string
	got     *fetch.Response
	err     error
}

// list gives the reports at the addresses of a list, in its order.
func (r *reader) list(in *input) bool {
	ctx, stop := context.WithCancel(r.ctx)
	defer stop()
	err := inorder.Do(ctx, fetchers, r.visits(in), func(v visit) visit {
		if v.err == nil {
			v.got, v.err = r.o.Fetch.Fetch(ctx, v.address, fetch.Validators{})
		}
		return v
	}, func(v visit) error {
		if !r.visited(v) {
			stop()
			return errStop
		}
		return nil
	})
	return err == nil
}

// visits are the addresses of a list, and what is wrong with its lines.
func (r *reader) visits(in *input) iter.Seq[visit] {
	return func(yield func(visit) bool) {
		for n := 1; ; n++ {
			line, err := readLine(in.Reader, mostLine)
			if errors.Is(err, io.EOF) {
				return
			}
			v := visit{item: in.item(), address: addressIn(string(line)), err: plainError(err)}
			v.item.Where = fmt.Sprintf("%s: line %d", v.item.Where, n)
			switch {
			case errors.Is(err, errLongLine):
				v.err = errors.New("the line is longer than any address")
			case err == nil && v.address == "":
				continue
			case err == nil && !isAddress(v.address):
				v.err = fmt.Errorf("%.60q is no address; want one that begins with http:// or https://", v.address)
			case err == nil:
				v.item.Where = v.address
			}
			if !yield(v) || err != nil && !errors.Is(err, errLongLine) {
				return
			}
		}
	}
}

// Addresses reads a list of feeds: one address a line with # before remarks, or OPML as feed readers write it. Each is given once.
func Addresses(in io.Reader) ([]string, error) {
	raw, err := io.ReadAll(io.LimitReader(in, MaxSize))
	if err != nil {
		return nil, err
	}
	var all []string
	if bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(raw, []byte("\ufeff"))), []byte("<")) {
		all, err = outlines(raw)
	} else {
		for line := range strings.Lines(string(raw)) {
			if a := addressIn(line); a != "" {
				all = append(all, a)
			}
		}
	}
	seen := map[string]bool{}
	var once []string
	for _, a := range all {
		if !isAddress(a) {
			return nil, fmt.Errorf("%.60q is no address of a feed; want one a line that begins with http:// or https://", a)
		}
		if !seen[a] {
			seen[a], once = true, append(once, a)
		}
	}
	if err == nil && len(once) == 0 {
		err = errors.New("no feeds in it: want one address a line, or OPML")
	}
	return once, err
}

// outlines are the feeds of OPML.
func outlines(raw []byte) (all []string, err error) {
	for d := xml.NewDecoder(bytes.NewReader(raw)); ; {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, fmt.Errorf("it cannot be read as OPML: %w", err)
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "outline" {
			for _, a := range e.Attr {
				if a.Name.Local == "xmlUrl" && strings.TrimSpace(a.Value) != "" {
					all = append(all, strings.TrimSpace(a.Value))
				}
			}
		}
	}
}
