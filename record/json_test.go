package record

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"sitrep"
)

func TestWriteJSON(t *testing.T) {
	text := "É 🙂 <b>\xff"
	d := &sitrep.Doc{Text: text,
		Tokens: []sitrep.Token{
			{Span: sitrep.Span{Start: 0, End: 2}, Form: "É", Lemma: "é", UPOS: "X", XPOS: "FW", Feats: "_", Head: sitrep.NoHead, Deprel: "root"},
			{Span: sitrep.Span{Start: 8, End: 12}, Form: "<b>\xff", Norm: "b", Feats: "_", Head: 0, Joined: true}},
		Sentences: []sitrep.Sentence{{Span: sitrep.Span{Start: 0, End: 12}, Last: 2, Cut: true}},
		Names:     []sitrep.Name{{Span: sitrep.Span{Start: 8, End: 12}, First: 1, Last: 2, Label: sitrep.Org}},
		Quotes:    []sitrep.Quote{{Span: sitrep.Span{Start: 0, End: 2}, Last: 1, Depth: 1, Open: true}},
		Chains:    []sitrep.Chain{{Mentions: []sitrep.Mention{{Span: sitrep.Span{Start: 0, End: 2}, Last: 1, Kind: sitrep.ProperMention}}}, {Members: []int{0}}},
		Problems:  []sitrep.Problem{{Stage: "segment", Span: sitrep.Span{Start: 11, End: 12}, Err: "no UTF-8"}}}
	var b bytes.Buffer
	if err := WriteJSON(&b, "a.txt", d); err != nil {
		t.Fatal(err)
	}
	want := `{"schema":"sitrep-parse/1","id":"a.txt","text":"É 🙂 <b>\ufffd",` +
		`"tokens":[{"start":0,"end":1,"form":"É","lemma":"é","upos":"X","xpos":"FW","feats":"_","head":-1,"deprel":"root"},` +
		`{"start":4,"end":8,"form":"<b>\ufffd","norm":"b","lemma":"","upos":"","xpos":"","feats":"_","head":0,"deprel":"","joined":true}],` +
		`"sentences":[{"start":0,"end":8,"first":0,"last":2,"paragraph":0,"cut":true}],` +
		`"names":[{"start":4,"end":8,"first":1,"last":2,"label":"ORG","text":"<b>\ufffd"}],` +
		`"quotes":[{"start":0,"end":1,"first":0,"last":1,"depth":1,"open":true}],` +
		`"chains":[{"name":0,"mentions":[{"start":0,"end":1,"first":0,"last":1,"head":0,"kind":"name","text":"É"}]},{"name":0,"mentions":[],"members":[0]}],` +
		`"problems":[{"stage":"segment","start":7,"end":8,"error":"no UTF-8"}]}` + "\n"
	if !json.Valid(b.Bytes()) || b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestWriteJSONOfAnEmptyText(t *testing.T) {
	var b bytes.Buffer
	if err := WriteJSON(&b, "", &sitrep.Doc{}); err != nil {
		t.Fatal(err)
	}
	if want := `"tokens":[],"sentences":[],"names":[],"quotes":[],"chains":[],"problems":[]}`; !strings.Contains(b.String(), want) {
		t.Errorf("got %s, want empty lists", b.String())
	}
}
