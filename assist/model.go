package assist

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"sitrep"
	"sitrep/source/fetch"
)

const (
	// patience is how long an answer is waited for: a model on a small machine is slow.
	patience = 2 * time.Minute
	// mostAnswer is how large an answer may be, in bytes.
	mostAnswer = 1 << 20
	// mostFailures is after how many failures in a row a model is not asked again.
	mostFailures = 3
)

// Options say which model is asked.
type Options struct {
	URL    string // of the endpoint, below which /chat/completions stands
	Model  string // its name; empty for the first that the endpoint lists
	Key    string // that the endpoint wants; empty for none
	Remote bool   // the endpoint may be anywhere
	// Note is told what went wrong, and how much of an answer was thrown away; nil for nobody.
	Note    func(string)
	Timeout time.Duration // 0 for two minutes
}

// Model asks a language model. It is safe for concurrent use; it asks one thing at a time.
type Model struct {
	o      Options
	client *fetch.Client

	asking sync.Mutex
	by     string
	failed int // in a row
}

// New makes a Model. The endpoint is not asked yet.
func New(o Options) (*Model, error) {
	o.URL = strings.TrimRight(o.URL, "/")
	u, err := url.Parse(o.URL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%q is no address of a model: want one like http://127.0.0.1:8080/v1", o.URL)
	}
	if o.Note == nil {
		o.Note = func(string) {}
	}
	if o.Timeout <= 0 {
		o.Timeout = patience
	}
	f := fetch.Options{UserAgent: "Sitrep (assist)", Reach: fetch.Local, Own: true, MaxBody: mostAnswer, Header: 2 * o.Timeout, Idle: 2 * o.Timeout, Total: o.Timeout, Tries: 1,
		Remedy: "--assist-remote allows it, and the text of every report goes there then"}
	if o.Remote {
		f.Reach, f.Remedy = fetch.Anywhere, "name another address"
	}
	return &Model{o: o, client: fetch.New(f)}, nil
}

// stage is what the problems of this package stand under.
const stage = "assist"

var errGivenUp = fmt.Errorf("the model failed %d times in a row and is not asked again", mostFailures)

// Assist puts what the model proposes into a reading. Where the model cannot be asked or answers nonsense the reading gets a problem, and is otherwise as it was.
func (m *Model) Assist(ctx context.Context, r *sitrep.Reading) {
	kept, err := m.propose(ctx, r)
	if err != nil {
		if !errors.Is(err, errGivenUp) {
			m.o.Note(fmt.Sprintf("report %s: the model was asked in vain: %v", r.Report.ID, err))
		}
		r.Problems = append(r.Problems, sitrep.Problem{Stage: stage, Err: "the model was asked in vain: " + err.Error()})
		return
	}
	r.Proposals = kept
}

// propose asks, and keeps what holds.
func (m *Model) propose(ctx context.Context, r *sitrep.Reading) ([]sitrep.Proposal, error) {
	m.asking.Lock()
	defer m.asking.Unlock()
	if m.failed >= mostFailures {
		return nil, errGivenUp
	}
	answer, err := m.ask(ctx, r)
	if err != nil {
		if ctx.Err() == nil {
			m.failed++
		}
		return nil, err
	}
	m.failed = 0
	kept, thrown := sift(r, answer, m.by)
	if len(thrown) > 0 {
		m.o.Note(fmt.Sprintf("report %s: %d of %d proposals of the model were thrown away: %s", r.Report.ID, len(thrown), len(thrown)+len(kept), strings.Join(thrown, "; ")))
	}
	return kept, nil
}

// ask asks the model about one report.
func (m *Model) ask(ctx context.Context, r *sitrep.Reading) ([]rawProposal, error) {
	if err := m.name(ctx); err != nil {
		return nil, err
	}
	body, err := json.Marshal(request(m.o.Model, r))
	if err != nil {
		return nil, err
	}
	header := http.Header{"Content-Type": {"application/json"}, "Accept": {"application/json"}}
	if m.o.Key != "" {
		header.Set("Authorization", "Bearer "+m.o.Key)
	}
	answer, err := m.client.Post(ctx, m.o.URL+"/chat/completions", header, body)
	if err != nil {
		return nil, err
	}
	return answered(answer.Body)
}

// name finds out which model answers, so that every proposal says it.
func (m *Model) name(ctx context.Context) error {
	if m.by != "" {
		return nil
	}
	if m.o.Model == "" {
		answer, err := m.client.Fetch(ctx, m.o.URL+"/models", fetch.Validators{})
		if err != nil {
			return fmt.Errorf("ask which models there are: %w; --assist-model names one", err)
		}
		var list struct {
			Data []struct {
				ID string `json:"id"`
			} `json:"data"`
		}
		if err := json.Unmarshal(answer.Body, &list); err != nil || len(list.Data) == 0 || list.Data[0].ID == "" {
			return errors.New("the endpoint lists no model; --assist-model names one")
		}
		m.o.Model = list.Data[0].ID
	}
	u, err := url.Parse(m.o.URL)
	if err != nil {
		return err
	}
	m.by = m.o.Model + " at " + u.Host
	return nil
}
