package main

import (
	"sitrep/assist"
	"sitrep/desk"
)

// assistFlags say which language model is asked what was missed.
type assistFlags struct {
	Assist       string `placeholder:"URL" help:"Ask a language model on your own machine what was missed: an endpoint like http://127.0.0.1:8080/v1. What it proposes is marked, and counted nowhere before a person accepts it."`
	AssistModel  string `placeholder:"NAME" help:"The model to ask; the first that the endpoint lists, where it is not given."`
	AssistRemote bool   `help:"The endpoint may be outside this machine and the private network: the text of every report goes there."`
}

// assistant is who is asked, nil for nobody.
func (f *assistFlags) assistant(a *app) (desk.Assistant, error) {
	if f.Assist == "" {
		return nil, nil
	}
	m, err := assist.New(assist.Options{URL: f.Assist, Model: f.AssistModel, Remote: f.AssistRemote, Key: a.env("SITREP_ASSIST_KEY"), Note: func(s string) { a.note("assist: %s", s) }})
	if err != nil {
		return nil, usageError{err, "sitrep read --help"}
	}
	return m, nil
}
