package gazetteer

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// Find gives the places that have a name, the likeliest first: countries, then by population. Case, marks, hyphens, apostrophes and points make no
// difference ("Deir ez-Zor", "deir ez zor"); an article does ("al-Raqqa" is another name than "Raqqa"), though not a leading "the". A word for a unit at the end
// ("Donetsk oblast", "Helmand province") may be left away: the name then counts for regions and units only. nil where nothing has the name.
func (g *Gazetteer) Find(name string) []Place {
	if found := g.find(name); found != nil {
		return found
	}
	if rest, ok := cutPrefixFold(name, "the "); ok {
		if found := g.find(rest); found != nil {
			return found
		}
	}
	if rest, ok := cutUnit(name); ok {
		return slices.DeleteFunc(g.find(rest), func(p Place) bool { return p.Kind == Populated || p.Kind == Capital })
	}
	return nil
}

// find looks a name up as it is. It allocates nothing where nothing has the name.
func (g *Gazetteer) find(name string) []Place {
	h := hash(name)
	found := g.have(name, h)
	for _, l := range g.layers {
		found = joined(found, l.have(name, h))
	}
	sortPlaces(found)
	return found
}

// have gives the places of the file itself that have a name with a hash.
func (g *Gazetteer) have(name string, h uint32) []Place {
	b, tag := bucketAndTag(h)
	var found []Place
	for i, end := u32(g.buckets, 4*b), u32(g.buckets, 4*b+4); i < end; i++ {
		entry := u32(g.entries, 4*int(i))
		if entry>>offsetBits != tag {
			continue
		}
		at := int(entry & (1<<offsetBits - 1))
		if matched := g.nameAt(at); same(name, matched) {
			found = append(found, g.place(g.owner(at), matched))
		}
	}
	return found
}

func bucketAndTag(h uint32) (bucket int, tag uint32) {
	return int(h >> (32 - bucketBits)), h & (1<<tagBits - 1)
}

// owner is the record whose names hold an offset of the pool.
func (g *Gazetteer) owner(at int) int {
	return sort.Search(g.size(), func(i int) bool { return g.nameOffset(i) > at }) - 1
}

func sortPlaces(places []Place) {
	slices.SortFunc(places, func(a, b Place) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.ID, b.ID))
	})
}

// unitWords are the words for a unit that may follow its name.
var unitWords = [...]string{
	" province", " governorate", " oblast", " region", " state", " district", " county", " prefecture", " department", " territory", " republic", " krai",
	" wilayat", " provinces", " regions", " area",
}

// cutUnit takes a word for a unit from the end of a name.
func cutUnit(name string) (rest string, ok bool) {
	for _, w := range unitWords {
		if n := len(name) - len(w); n > 0 && strings.EqualFold(name[n:], w) {
			return name[:n], true
		}
	}
	return name, false
}

func cutPrefixFold(s, prefix string) (rest string, ok bool) {
	if len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// Prefix gives up to limit places that have a name beginning with prefix, the likeliest first. It reads all names, which takes milliseconds.
func (g *Gazetteer) Prefix(prefix string, limit int) []Place {
	want := string(fold(nil, prefix))
	if want == "" {
		return nil
	}
	var found []Place
	var buf []byte
	for _, l := range g.all() {
		l.eachName(want[0], func(record int, name string) {
			if buf = fold(buf[:0], name); strings.HasPrefix(string(buf), want) {
				found = append(found, l.place(record, name))
			}
		})
	}
	return best(found, limit)
}

// eachName gives every name whose folded form begins with a byte, with the record that has it.
func (g *Gazetteer) eachName(first byte, do func(record int, name string)) {
	for i := range g.size() {
		for at, end := g.nameOffset(i), g.nameOffset(i+1); at < end; {
			name := g.nameAt(at)
			at += 1 + len(name)
			f := folder{s: name}
			if b, _ := f.next(); b == first {
				do(i, name)
			}
		}
	}
}

// best gives the likeliest places, each once.
func best(found []Place, limit int) []Place {
	sortPlaces(found)
	seen := map[int]bool{}
	found = slices.DeleteFunc(found, func(p Place) bool {
		was := seen[p.ID]
		seen[p.ID] = true
		return was
	})
	return found[:min(len(found), max(limit, 0))]
}
