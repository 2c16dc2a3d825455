package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/chromedp/chromedp"
)

// What the page itself tells: bytes as they went over the line, when it could be used, and when its map stood.
const (
	loaded = `(() => { const n = performance.getEntriesByType("navigation")[0], all = [n, ...performance.getEntriesByType("resource")]; const page = all.filter((e) => !/\/map\/(tiles|towns)/.test(e.name));
 return [page.reduce((s, e) => s + e.transferSize, 0), all.reduce((s, e) => s + e.transferSize, 0), n.domInteractive, performance.getEntriesByName("map")[0]?.startTime || -1]; })()`
	watch = `(() => { window.frames2 = []; let last = performance.now(); window.recording = true; const step = (t) => { frames2.push(t - last); last = t; if (window.recording) requestAnimationFrame(step); }; requestAnimationFrame((t) => { last = t; requestAnimationFrame(step); }); return true; })()`
	told  = `(() => { window.recording = false; const f = frames2.slice(1).sort((a, b) => a - b); return [f.length, f[Math.floor(f.length / 2)], f[Math.floor(f.length * 0.99)], f[f.length - 1]]; })()`
)

// inBrowser measures a first visit, and the frames while the map of all incidents is dragged.
func inBrowser(h http.Handler) error {
	server := httptest.NewServer(h)
	defer server.Close()
	base := strings.Replace(server.URL, "127.0.0.1", "localhost", 1)
	if _, err := http.Get(base + "/"); err != nil { // so that the first visit of a browser is not the server's first
		return err
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun)
	defer stop()
	ctx, stopTab := chromedp.NewContext(ctx)
	defer stopTab()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1440, 900), chromedp.Navigate(base+"/")); err != nil {
		return fmt.Errorf("open a browser: %w", err)
	}
	time.Sleep(4 * time.Second)
	first, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](loaded))
	if err != nil {
		return err
	}
	fmt.Printf("first visit: %.0f KB without the tiles of the map, %.0f KB with them; interactive after %.0f ms, the map stands after %.0f ms\n", first[0]/1000, first[1]/1000, first[2], first[3])
	for _, view := range [][2]string{{"the whole world", "/?box=-130,-45,155,68"}, {"where most lie", "/"}} {
		if err := drag(ctx, base, view); err != nil {
			return err
		}
	}
	return nil
}

func drag(ctx context.Context, base string, view [2]string) error {
	if err := chromedp.Do(ctx, chromedp.Navigate(base+view[1])); err != nil {
		return err
	}
	time.Sleep(3 * time.Second)
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](watch)); err != nil {
		return err
	}
	for _, way := range [][4]float64{{800, 400, 400, 300}, {400, 300, 900, 500}, {900, 500, 350, 450}, {350, 300, 850, 350}} {
		if err := chromedp.Do(ctx, chromedp.DragAndDropXY(way[0], way[1], way[2], way[3], 40)); err != nil {
			return err
		}
	}
	frames, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](told))
	if err != nil {
		return err
	}
	fmt.Printf("dragging %s: %.0f frames, median %.0f ms, 99 %% %.0f ms, the longest %.0f ms\n", view[0], frames[0], frames[1], frames[2], frames[3])
	return nil
}
