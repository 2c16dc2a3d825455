package source

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"sitrep/source/fetch"
)

// memory is a State that forgets when the test ends.
type memory struct {
	sync.Mutex
	values map[string]string
	err    error
}

func (m *memory) Watermark(_ context.Context, name string) (string, error) {
	m.Lock()
	defer m.Unlock()
	return m.values[name], nil
}

func (m *memory) SetWatermark(_ context.Context, name, value string) error {
	m.Lock()
	defer m.Unlock()
	if m.err == nil {
		m.values[name] = value
	}
	return m.err
}

// watching runs a watcher beside a test, on the test's clock, and notes what it gives.
type watching struct {
	t    *testing.T
	stop func()
	sync.Mutex
	got []string
}

func watch(t *testing.T, w *web, state State, feeds ...string) *watching {
	ctx, cancel := context.WithCancel(t.Context())
	watcher, all := &Watcher{Feeds: feeds, Options: Options{Fetch: w}, State: state}, &watching{t: t}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for i, err := range watcher.Items(ctx) {
			text := fmt.Sprintf("%s: %s", strings.TrimPrefix(i.Where, "https://x.example/"), i.Raw)
			if err != nil {
				text = fmt.Sprintf("%s! %v", strings.TrimPrefix(i.Where, "https://x.example/"), err)
			}
			all.Lock()
			all.got = append(all.got, text)
			all.Unlock()
		}
	}()
	all.stop = func() { cancel(); <-ended }
	t.Cleanup(all.stop)
	return all
}

// in lets time pass and gives what has come since.
func (w *watching) in(d time.Duration) []string {
	time.Sleep(d)
	synctest.Wait()
	w.Lock()
	defer w.Unlock()
	defer func() { w.got = nil }()
	return w.got
}

// after lets time pass and tests what has come since.
func (w *watching) after(d time.Duration, want ...string) {
	w.t.Helper()
	equal(w.t, w.in(d), want...)
}

const (
	feed1 = "https://x.example/feed"
	days  = 24 * time.Hour
)

func TestWatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWeb(map[string]string{"feed": rss(rssItem("/a", "A…"), rssItem("/b", long)), "a": "A"})
		got := watch(t, w, &memory{values: map[string]string{}}, feed1)
		got.after(2*time.Second, "b: "+long, "a: A")
		got.after(50 * time.Minute)
		if n := strings.Count(w.took(), "feed"); n != 4 {
			t.Errorf("asked %d times in 50 minutes", n)
		}
		w.set("feed", rss(rssItem("/c", long), rssItem("/a", "A…"), rssItem("/b", long+"<p>Corrected.</p>")))
		w.set("a", "A, corrected")
		got.after(40*time.Minute, "b: "+long+"<p>Corrected.</p>", "c: "+long, "a: A, corrected")
		w.set("feed", rss(rssItem("/c", long)))
		w.set("a", "A, corrected once more")
		got.after(2*days, "a: A, corrected once more")
		got.after(8 * days)
		w.set("a", "A, years later")
		got.after(30 * days)
	})
}

func TestWatchGoesOnWhereItStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, state := newWeb(map[string]string{"feed": rss(rssItem("/a", "A…"), rssItem("/b", long)), "a": "A"}), &memory{values: map[string]string{}}
		first := watch(t, w, state, feed1)
		first.after(2*time.Second, "b: "+long, "a: A")
		first.stop()
		if len(state.values) != 0 {
			t.Errorf("kept before anybody can have filed it: %v", state.values)
		}
		again := watch(t, w, state, feed1)
		again.after(20*time.Minute, "b: "+long, "a: A") // the look that was not acknowledged
		again.stop()
		w.took()
		w.set("feed", rss(rssItem("/c", long), rssItem("/a", "A…"), rssItem("/b", long)))
		third := watch(t, w, state, feed1)
		third.after(time.Minute, "c: "+long)
		third.stop()
		state.values["watch "+feed1] = "{nonsense"
		watch(t, w, state, feed1).after(time.Minute, "feed! where it was read to is not known, all of it is read: …", "b: "+long, "a: A", "c: "+long)
	})
}

func TestWatchSurvivesFaults(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, state := newWeb(map[string]string{"feed": rss(rssItem("/b", long))}), &memory{values: map[string]string{}}
		w.fail("feed", errPassing)
		got := watch(t, w, state, feed1)
		got.after(2*time.Second, "feed! connection reset; it is asked again in…")
		told := got.in(7 * days)
		if n := strings.Count(w.took(), "feed"); n != len(told)+1 {
			t.Errorf("asked %d times, told of %d failures", n, len(told)+1)
		}
		got.in(7 * days)
		if n := strings.Count(w.took(), "feed"); n < 7 || n > 14 {
			t.Errorf("a feed that fails was asked %d times in a week", n)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		w, state := newWeb(map[string]string{"feed": rss(rssItem("/b", long))}), &memory{values: map[string]string{}, err: errors.New("disk full")}
		w.fail("feed", &fetch.StatusError{Code: 503, RetryAfter: 5 * time.Hour})
		got := watch(t, w, state, feed1)
		got.after(2*time.Second, "feed! the server answers 503 Service Unavailable; it is asked again in 5h0m0s")
		w.fail("feed", errPassing)
		got.after(5*time.Hour, "feed! where it was read to cannot be kept: disk full", "feed! connection reset; it has failed 2 times since 2000-01-01 00:00 UTC; it is asked again in…")
		w.fail("feed", nil)
		got.after(2*time.Hour, "b: "+long)
	})
	synctest.Test(t, func(t *testing.T) {
		w := newWeb(map[string]string{"text": "no feed", "page": `<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head>`})
		watch(t, w, nil, "https://x.example/text").after(2*time.Second, "text! it is no feed: want RSS, Atom or JSON Feed; it is asked again in…")
		watch(t, w, nil, "https://x.example/page").after(2*time.Second, "page! it is a page and no feed; the page names https://x.example/feed as its feed: give that; it is asked again in…")
		watch(t, w, nil, "https://x.example/none").after(2*time.Second, "none! the server answers 404 Not Found; it is asked again in…")
	})
}

func TestWatchTriesPagesAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWeb(map[string]string{"feed": rss(rssItem("/a", "An excerpt…"), rssItem("/gone", "Another…")), "a": "A"})
		w.fail("a", errPassing)
		got := watch(t, w, &memory{values: map[string]string{}}, feed1)
		got.after(2*time.Second, "gone: Another…", "a! connection reset; it is tried again in 30m0s", "a: An excerpt…")
		w.fail("a", nil)
		got.after(time.Hour, "a: A")
		w.fail("a", errPassing) // what we have is not told to be gone
		got.after(2 * days)
	})
	synctest.Test(t, func(t *testing.T) {
		w := newWeb(map[string]string{"feed": rss(rssItem("/a", ""))})
		w.fail("a", errPassing)
		got := watch(t, w, nil, feed1)
		got.after(2*time.Second, "a! connection reset; it is tried again in 30m0s")
		all := got.in(30 * days)
		if n := len(all); n != 7 || !strings.HasSuffix(all[n-1], "connection reset; it is not tried again") {
			t.Errorf("%q", all)
		}
	})
}

func TestWatchOfAFeedThatGivesAllEntriesOneKey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		item := func(title string) string {
			return "<item><title>" + title + "</title><guid>0</guid><description><![CDATA[" + long + title + "]]></description></item>"
		}
		w := newWeb(map[string]string{"feed": rss(item("B"), item("A"))})
		got := watch(t, w, nil, feed1)
		got.after(2*time.Second, "feed: A: "+long+"A", "feed: B: "+long+"B")
		w.set("feed", rss(item("C"), item("B"), item("A")))
		got.after(time.Hour, "feed: C: "+long+"C")
	})
}

func TestWatchManyForWeeks(t *testing.T) {
	if testing.Short() {
		t.Skip("weeks take seconds")
	}
	synctest.Test(t, func(t *testing.T) {
		w, feeds := newWeb(nil), []string{}
		for n := range 10 {
			w.set(fmt.Sprintf("feed%d", n), rss(rssItem(fmt.Sprintf("/%d", n), long)))
			feeds = append(feeds, fmt.Sprintf("https://x.example/feed%d", n))
		}
		state := &memory{values: map[string]string{}}
		got := watch(t, w, state, feeds...)
		if all := got.in(21 * days); len(all) != 10 || len(state.values) != 10 {
			t.Errorf("%d items, %d feeds kept", len(all), len(state.values))
		}
	})
}

func TestWhatAFeedNoLongerHoldsIsForgotten(t *testing.T) {
	if testing.Short() {
		t.Skip("weeks take seconds")
	}
	synctest.Test(t, func(t *testing.T) {
		w, state := newWeb(nil), &memory{values: map[string]string{}}
		for n := range 500 {
			w.set(fmt.Sprint(n), "A")
		}
		p := &poller{w: &Watcher{State: state}, o: &Options{Fetch: w}, address: feed1, send: func(Item, error) bool { return true }}
		for n := range 500 {
			w.set("feed", rss(rssItem(fmt.Sprintf("/%d", n), "A…")))
			p.look(t.Context())
			time.Sleep(time.Hour)
		}
		if n := len(p.seen.Entries); n < 100 || n > 400 { // a week's, of one an hour, and those that are not yet forgotten
			t.Errorf("%d entries are kept", n)
		}
	})
}
