package claim

// onDoing tells whether a clause is the matter of a preposition: to insist on somebody leaving says less than to insist that he left.
func (r *reader) onDoing(c int) bool {
	m := r.mark(c)
	return r.Tokens[c].XPOS == "VBG" && (m == "on" || m == "upon")
}

// doingMark is the preposition before the subject of a gerund: "insist on the army leaving".
func (r *reader) doingMark(c int) string {
	if s := r.Tree.Child(c, "nsubj"); s >= 0 && s < c && r.Tokens[c].XPOS == "VBG" && r.Tree.Child(c, "aux") < 0 {
		return r.mark(s)
	}
	return ""
}

// doing is the gerund right behind the one noun that a preposition governs, which the parser took for a clause of its own: "insist on the army
// leaving"; -1 for none.
func (r *reader) doing(v int, parts []int) int {
	if len(parts) != 1 || !r.is(parts[0], "obl") {
		return -1
	}
	for _, d := range r.Tree.All(v, "advcl") {
		if r.Tokens[d].XPOS == "VBG" && r.mark(d) == "" && r.extent(d).first == r.extent(parts[0]).last && r.extent(d).first == d {
			return d
		}
	}
	return -1
}

// before is the preposition or mark of a phrase, or of the subject of a gerund; -1 for none.
func (r *reader) before(c int) int {
	if k := r.Tree.Child(c, "case", "mark"); k >= 0 || r.doingMark(c) == "" {
		return k
	}
	return r.Tree.Child(r.Tree.Child(c, "nsubj"), "case", "mark")
}

// gerundParts completes a match of "insist on the army leaving": the gerund is a part of the content, and its subject is who is to do it.
func (r *reader) gerundParts(v int, m *match) {
	if len(m.parts) == 0 {
		return
	}
	c := m.parts[0]
	if s := r.Tree.Child(c, "nsubj"); s >= 0 && s < c && r.Tokens[c].XPOS == "VBG" {
		m.addressee = s
	} else if d := r.doing(v, m.parts); d >= 0 {
		m.parts, m.addressee = append(m.parts, d), c
	}
}

// gerunds finds "of mining the road" where the parser took it for a part of "by the army".
func (r *reader) gerunds(n int, p string) []int {
	for _, c := range r.Tree.All(n, "acl", "nmod") {
		if c > n && r.mark(c) == p {
			return []int{c}
		}
	}
	return nil
}
