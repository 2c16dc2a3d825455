package casebooktest

import (
	"slices"

	"sitrep/casebook"
)

// testPrivateSince has the private persons of all reports at once: whoever a reading adds or leaves out is there, or gone, at the next question, and whoever asks for what
// came since hears of him.
func testPrivateSince(b *bench) {
	lister, ok := b.Casebook.(casebook.PrivateLister)
	if !ok {
		b.Skip("it does not list them")
	}
	asOf := int64(-1)
	since := func(revision int64) (out []string) {
		private, at, err := lister.PrivateSince(b.ctx, revision)
		if err != nil {
			b.Fatal(err)
		}
		for _, names := range private {
			for _, p := range names {
				out = append(out, p.Name)
			}
		}
		slices.Sort(out)
		asOf = at
		return out
	}
	names := func() []string { return since(-1) }
	b.file(dorelAgain)
	is(b, "before any", names(), []string(nil))
	one, two := dorel, kesh
	one.private = []casebook.PrivateName{{Name: "Max Other"}, {Name: "Öda Harrowind"}}
	two.private = []casebook.PrivateName{{Name: "Max Other"}}
	b.file(one, two)
	before := asOf
	is(b, "of two reports", names(), []string{"Max Other", "Max Other", "Öda Harrowind"})
	is(b, "what came since", since(before), []string{"Max Other", "Max Other", "Öda Harrowind"})
	is(b, "nothing came since", since(asOf), []string(nil))
	is(b, "since a time that is yet to come", since(asOf+100), []string{"Max Other", "Max Other", "Öda Harrowind"})
	before = asOf
	one.private = []casebook.PrivateName{{Name: "Somebody Else"}}
	if err := b.Reread(b.ctx, one.filing()); err != nil {
		b.Fatal(err)
	}
	is(b, "read again", names(), []string{"Max Other", "Somebody Else"})
	is(b, "read again since", slices.Contains(since(before), "Somebody Else"), true)
	must[casebook.Redacted](b)(b.Redact(b.ctx, casebook.Redaction{Report: "kesh-1", By: "Ada", Reason: "a wish", At: b.at(10)}))
	is(b, "redacted", names(), []string{"Somebody Else"})
}
