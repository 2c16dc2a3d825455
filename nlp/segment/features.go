package segment

// The boundary model sums one weight for each of templates features; a feature's index is a hash of its template and its values.
const (
	templates = 24
	tableBits = 17
)

// features fills out with the indices of the features of the gap before token i.
func (p *paragraph) features(i int, out *[templates]uint32) {
	w := func(k int) word {
		if k < p.a || k >= p.b {
			return word{}
		}
		return p.words[k]
	}
	p3, p2, p1, n1, n2 := w(i-3), w(i-2), w(i-1), w(i), w(i+1)
	s2, s1, t1, t2 := uint32(p2.shape), uint32(p1.shape), uint32(n1.shape), uint32(n2.shape)
	pair := s1<<8 | t1
	mark := uint32(p.mark(i))
	length, left := bucket(i-p.first), bucket(p.b-i)
	space := p.spacing(i)
	state := uint32(min(p.brackets, 1))<<1 | bit(p.quoted)
	tidy := bit(p.tidy)
	values := [templates]uint32{
		pair<<4 | space,
		p1.hash,
		n1.hash,
		s2<<16 | pair,
		p1.hash ^ t1*0x9E3779B1,
		n1.hash ^ s1*0x9E3779B1,
		pair<<8 | t2,
		p2.hash ^ pair*0x9E3779B1,
		n2.hash ^ pair*0x9E3779B1,
		pair<<4 | length,
		pair<<4 | left,
		pair<<4 | state,
		p1.hash ^ n1.hash*0x85EBCA6B,
		n1.hash ^ n2.hash*0x85EBCA6B ^ s1,
		mark<<12 | t1<<4 | space,
		mark<<12 | n1.hash*0x9E3779B1 | 1,
		uint32(p3.shape)<<24 | s2<<16 | pair,
		s2<<24 | pair<<8 | t2,
		length<<12 | left<<8 | s1,
		p2.hash ^ p1.hash*0x85EBCA6B ^ t1<<7,
		pair<<2 | tidy,
		(n1.hash^s1*0x9E3779B1)<<1 | tidy,
		pair<<5 | length<<1 | tidy,
		w(p.first).hash ^ length*0x9E3779B1 ^ pair*0x85EBCA6B,
	}
	spread(&values, uint32(p.style)*0xC2B2AE35, out)
}

// spread hashes each value with its template's number and the paragraph's style, so that every style has weights of its own.
func spread(values *[templates]uint32, salt uint32, out *[templates]uint32) {
	for k, v := range values {
		h := (v ^ salt) + uint32(k+1)*0x9E3779B1
		h ^= h >> 15
		h *= 0x2C1B3C6D
		h ^= h >> 12
		h *= 0x297A2D39
		out[k] = h >> (32 - tableBits)
	}
}

// mark gives the last token before i that is no closing mark, where at least one closing mark stands between.
func (p *paragraph) mark(i int) shape {
	k := i - 1
	for k > p.first && k > i-4 && p.words[k].shape.isCloser() {
		k--
	}
	if k == i-1 {
		return noWord
	}
	return p.words[k].shape
}

// spacing tells what stands before token i, after it, and before the one before it.
func (p *paragraph) spacing(i int) uint32 {
	v := bit(p.gaps.gaps[i] == noGap) | bit(p.gaps.gaps[i-1] == noGap)<<1
	if i+1 < p.b {
		v |= bit(p.gaps.gaps[i+1] == noGap) << 2
	}
	return v
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// bucket maps a number of tokens to one of sixteen classes.
func bucket(n int) uint32 {
	switch {
	case n <= 6:
		return uint32(n)
	case n <= 8:
		return 7
	case n <= 11:
		return 8
	case n <= 15:
		return 9
	case n <= 20:
		return 10
	case n <= 28:
		return 11
	case n <= 40:
		return 12
	case n <= 60:
		return 13
	case n <= 100:
		return 14
	}
	return 15
}
