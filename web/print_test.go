package web_test

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Paper is white, whatever the browser is: the dark colours of a screen are not printed, nothing is cut off at the edge, and the page says as of when it stands.
func TestPagesOnPaper(t *testing.T) {
	b := openBrowser(t, examples(t))
	b.size(700, 900, "dark")
	b.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print", Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
		return err
	}))
	paths := []string{"/", "/brief?from=2016-02-20&to=2016-04-30", "/sources", "/actors", "/truces"}
	for _, href := range links(examples(t).tree("/")) {
		if strings.HasPrefix(href, "/incidents/") {
			paths = append(paths, href)
			break
		}
	}
	for _, path := range paths {
		b.open(path)
		b.wait("it is there", "true")
		if got := eval[string](b, `getComputedStyle(document.body).color + " on " + getComputedStyle(document.documentElement).backgroundColor`); got != "rgb(0, 0, 0) on rgb(255, 255, 255)" {
			t.Errorf("%s: %s", path, got)
		}
		if wide := eval[float64](b, `Math.max(...[...document.querySelectorAll("main *")].filter((e) => !e.closest("svg, .map, .away, .skip")).map((e) => e.getBoundingClientRect().right))`); wide > 702 {
			t.Errorf("%s: something ends at %.0f of 700 pixels", path, wide)
		}
		if foot := eval[string](b, `document.querySelector("footer").innerText`); !strings.Contains(foot, "as of 2 Jan 2026") {
			t.Errorf("%s: the foot says %q", path, foot)
		}
	}
}
