package casebooktest

import (
	"slices"

	"sitrep/casebook"
)

// testAllPrivate has the private persons of all reports at once: whoever a reading adds or leaves out is there, or gone, at the next question.
func testAllPrivate(b *bench) {
	lister, ok := b.Casebook.(casebook.PrivateLister)
	if !ok {
		b.Skip("it does not list them")
	}
	names := func() (out []string) {
		for _, p := range must[[]casebook.PrivateName](b)(lister.AllPrivate(b.ctx)) {
			out = append(out, p.Name)
		}
		slices.Sort(out)
		return out
	}
	b.file(dorelAgain)
	is(b, "before any", names(), []string(nil))
	one, two := dorel, kesh
	one.private = []casebook.PrivateName{{Name: "Max Other"}, {Name: "Öda Harrowind"}}
	two.private = []casebook.PrivateName{{Name: "Max Other"}}
	b.file(one, two)
	is(b, "of two reports", names(), []string{"Max Other", "Öda Harrowind"})
	one.private = []casebook.PrivateName{{Name: "Somebody Else"}}
	if err := b.Reread(b.ctx, one.filing()); err != nil {
		b.Fatal(err)
	}
	is(b, "read again", names(), []string{"Max Other", "Somebody Else"})
	must[casebook.Redacted](b)(b.Redact(b.ctx, casebook.Redaction{Report: "kesh-1", By: "Ada", Reason: "a wish", At: b.at(10)}))
	is(b, "redacted", names(), []string{"Somebody Else"})
}
