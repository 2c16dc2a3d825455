package web

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"github.com/alexedwards/scs/v2"

	"sitrep/brief"
	"sitrep/casebook"
	"sitrep/desk"
	"sitrep/gazetteer"
	"sitrep/source"
	"sitrep/web/api"
	"sitrep/web/basemap"
	"sitrep/web/shown"
	"sitrep/web/users"
)

//go:embed templates static
var files embed.FS

// Options say how a casebook is shown.
type Options struct {
	Title   string   // of the case, in the head of every page
	Hosts   []string // names by which the server may be called, with port; see Guard
	Names   bool     // private persons by name; every page then says so
	By      string   // who makes the corrections, where nobody logs in
	Log     *slog.Logger
	Now     func() time.Time
	Places  *gazetteer.Gazetteer // for the labels of towns
	Users   *users.File          // who may use the window; nil for everybody who reaches it
	Secure  bool                 // it is reached over TLS: cookies are for that only
	Proxies []netip.Prefix       // whose word on who asks is believed; they speak TLS with whoever asks
	// Sessions is a file that keeps who is logged in over a restart, beside the casebook; without it they are in memory.
	Sessions string
	Idle     time.Duration  // after so long without a request one has to log in again; 0 for two hours
	Longest  time.Duration  // after so long one has to log in again anyway; 0 for twelve hours
	Desk     *desk.Desk     // reads what is pasted and asks what waits to be judged; nil where neither can be
	Fetch    source.Fetcher // gets a page whose address somebody gives; nil: nothing is fetched
	// Change lends a desk whose casebook can be written, for as long as do runs. The window holds none: others can file meanwhile. It is nil where nothing can be changed.
	Change func(ctx context.Context, do func(*desk.Desk) error) error
}

// Server shows a casebook. It is safe for concurrent use.
type Server struct {
	book     casebook.Casebook
	record   *shown.Record
	o        Options
	pages    *template.Template
	tiles    *tileCache
	towns    *towns
	asset    assets
	grounds  grounds
	kept     keptAnswers
	sessions *scs.SessionManager // nil where nobody logs in
	loggedIn *users.Sessions     // what it keeps
	started  time.Time
	limits   allLimits
	api      *api.API
}

// New makes a server of a casebook.
func New(book casebook.Casebook, o Options) (*Server, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	static, err := fs.Sub(files, "static")
	if err != nil {
		return nil, err
	}
	s := &Server{book: book, o: o, started: time.Now(), record: &shown.Record{Book: book, Names: o.Names, Desk: o.Desk, Change: o.Change}, tiles: newTileCache(basemap.Default()), towns: newTowns(o.Places)}
	if o.Change != nil {
		s.record.Change = func(ctx context.Context, do func(*desk.Desk) error) error {
			defer s.kept.forget()
			return o.Change(ctx, do)
		}
	}
	s.api = api.New(api.Options{Record: s.record, Now: o.Now, By: s.byOf, Export: s.exported, Log: o.Log, Fault: func(err error) (int, string, string) {
		p := problemOf(err)
		return p.Status, p.Title, p.Detail
	}})
	s.limits = newAllLimits(o.Now)
	if o.Users != nil {
		s.loggedIn = users.OpenSessions(o.Sessions, func(err error) { o.Log.Warn("sessions are not kept", "error", err) })
		s.sessions = newSessions(&s.o, s.loggedIn)
	}
	if s.asset, err = newAssets(static); err != nil {
		return nil, fmt.Errorf("read the window's own files: %w", err)
	}
	if s.pages, err = template.New("").Funcs(s.words()).ParseFS(files, "templates/*.html"); err != nil {
		return nil, fmt.Errorf("read the window's templates: %w", err)
	}
	return s, nil
}

// route is one address of the window.
type route struct {
	pattern string
	answer  func(w http.ResponseWriter, r *http.Request) error
}

// routes are all addresses of the window.
func (s *Server) routes() []route {
	return append(append(s.downloads(), s.apiRoutes()...), []route{
		{"GET /{$}", s.situation},
		{"GET /incidents/{id}", s.incident},
		{"POST /incidents/{id}", s.judgeIncident},
		{"GET /incidents/{id}/why", s.why},
		{"GET /reports", s.reports},
		{"GET /reports/{id}", s.report},
		{"GET /truces", s.truces},
		{"GET /claims", s.claims},
		{"GET /actors", s.actors},
		{"GET /sources", s.sources},
		{"GET /brief", s.brief},
		{"GET /brief.md", s.briefFile(brief.Markdown, "text/markdown; charset=utf-8", ".md")},
		{"GET /brief.html", s.briefFile(brief.HTML, "text/html; charset=utf-8", ".html")},
		{"GET /brief.txt", s.briefFile(brief.Text, "text/plain; charset=utf-8", ".txt")},
		{"GET /review", s.review},
		{"POST /review", s.judge},
		{"GET /read", s.pasteForm},
		{"POST /read", s.paste},
		{"POST /correct", s.correct},
		{"GET /map/points", s.points},
		{"GET /map/towns/{z}/{x}/{y}", s.townLabels},
		{"GET /map/tiles/{z}/{x}/{y}", s.tile},
		{"GET /static/{hash}/{file...}", s.static},
		{"GET /login", s.loginForm},
		{"POST /login", s.login},
		{"POST /logout", s.logout},
		{"GET /healthz", s.healthy},
		{"GET /readyz", s.ready},
	}...)
}

// Handler answers requests.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range s.routes() {
		mux.Handle(r.pattern, s.answering(rightOf(r.pattern), r.answer))
	}
	mux.Handle("/", s.answering(toSee, func(http.ResponseWriter, *http.Request) error { return casebook.ErrNotFound }))
	return s.guarded(s.known(mux))
}

// mostWait is how long a request may take.
const mostWait = 20 * time.Second

// answering turns an answer into a handler, for those who have the right to it: it ends in time, and an error becomes a page that says what was wrong.
func (s *Server) answering(need right, answer func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := s.allowed(r, need); errors.Is(err, notLoggedIn{}) {
			s.ask(w, r)
			return
		} else if err != nil {
			s.fail(w, r, err)
			return
		}
		ctx, stop := context.WithTimeout(r.Context(), mostWait)
		defer stop()
		r = r.WithContext(withAsOf(ctx))
		if err := answer(w, r); err != nil {
			s.fail(w, r, err)
		}
	})
}

func (s *Server) healthy(w http.ResponseWriter, _ *http.Request) error {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, err := fmt.Fprintln(w, "ok")
	return err
}

// ready tells whether the casebook answers.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.book.Stats(r.Context()); err != nil {
		return err
	}
	return s.healthy(w, r)
}
