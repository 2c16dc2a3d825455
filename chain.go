package sitrep

// MentionKind says how a mention refers.
type MentionKind string

// The kinds of mention.
const (
	ProperMention  MentionKind = "name"
	NominalMention MentionKind = "nominal"
	PronounMention MentionKind = "pronoun"
	PluralMention  MentionKind = "plural" // "both sides", "the two countries": refers to several chains at once, see Chain.Members
)

// Mention is a noun phrase that refers: the tokens Doc.Tokens[First:Last], of which Head is the syntactic head.
type Mention struct {
	Span
	First, Last, Head int
	Kind              MentionKind
}

// Chain is the mentions of one thing in the order of the text.
type Chain struct {
	Mentions []Mention
	// Name is the index in Mentions of the fullest name, or of the fullest description where nothing names it.
	Name int
	// Members are indices in Doc.Chains of the chains that a plural mention joins ("the two countries"); nil for one thing.
	Members []int
}
