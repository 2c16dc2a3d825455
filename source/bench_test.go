package source

import (
	"compress/gzip"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

// BenchmarkStreams reads long sources of each kind that are made as they are read, and tells the most memory in use at any item.
func BenchmarkStreams(b *testing.B) {
	text := strings.Repeat("They left the town. ", 500)
	part := func(n int) string { return fmt.Sprintf("%s%d", text, n) }
	for _, c := range []struct {
		name, head, sep, tail string
		one                   func(n int) string
		lines                 bool
	}{
		{name: "lines", one: func(n int) string { return `{"text": "` + part(n) + "\"}\n" }, lines: true},
		{name: "telegram", head: `{"name": "A", "type": "public_channel", "id": 1, "messages": [`, sep: ",", tail: "]}", one: func(n int) string { return fmt.Sprintf(`{"id": %d, "type": "message", "text": "%s"}`, n, part(n)) }},
		{name: "mbox", one: func(n int) string { return "From a Mon Mar  8 09:00:00 2021\nSubject: A\n\n" + part(n) + "\n\n" }},
		{name: "warc", one: func(n int) string { return response("https://x.example/a", htmlHead, part(n)) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			r, w := io.Pipe()
			go func() {
				z, _ := gzip.NewWriterLevel(w, gzip.BestSpeed)
				io.WriteString(z, c.head)
				for n := range b.N {
					if n > 0 {
						io.WriteString(z, c.sep)
					}
					io.WriteString(z, c.one(n))
				}
				io.WriteString(z, c.tail)
				z.Close()
				w.Close()
			}()
			var most, n uint64
			b.SetBytes(int64(len(c.one(0))))
			for _, err := range Items(b.Context(), []string{"-"}, Options{Stdin: r, Lines: c.lines}) {
				if err != nil {
					b.Fatal(err)
				}
				if n++; n%1000 == 0 {
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					most = max(most, m.HeapInuse)
				}
			}
			b.ReportMetric(float64(most)/(1<<20), "MB-in-use")
			if n != uint64(b.N) {
				b.Errorf("%d of %d", n, b.N)
			}
		})
	}
}
