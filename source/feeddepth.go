package source

import "bytes"

// mostDeep is how deep the elements of a feed may be nested: the parser keeps all that are open, some 100 bytes for each.
const mostDeep = 10_000

// tooDeep counts the tags that are open. The end of an entry closes all, since many feeds hold tags that nobody closes.
func tooDeep(raw []byte) bool {
	for open := 0; ; {
		i := bytes.IndexByte(raw, '<')
		if i < 0 {
			return false
		}
		raw = raw[i+1:]
		switch {
		case skipped(&raw, "![CDATA[", "]]>"), skipped(&raw, "!--", "-->"), bytes.HasPrefix(raw, []byte("!")), bytes.HasPrefix(raw, []byte("?")):
		case bytes.HasPrefix(raw, []byte("/item>")), bytes.HasPrefix(raw, []byte("/entry>")):
			open = 0
		case bytes.HasPrefix(raw, []byte("/")):
			open = max(open-1, 0)
		case !closesItself(raw):
			if open++; open > mostDeep {
				return true
			}
		}
	}
}

// skipped goes to the end of what begins and ends so; ok is false where it does not begin here.
func skipped(raw *[]byte, begin, end string) (ok bool) {
	rest, ok := bytes.CutPrefix(*raw, []byte(begin))
	if ok {
		_, *raw, _ = bytes.Cut(rest, []byte(end))
	}
	return ok
}

// closesItself tells tags like <link/>. A tag ends before the next begins.
func closesItself(tag []byte) bool {
	if next := bytes.IndexByte(tag, '<'); next >= 0 {
		tag = tag[:next]
	}
	end := bytes.IndexByte(tag, '>')
	return end > 0 && tag[end-1] == '/'
}
