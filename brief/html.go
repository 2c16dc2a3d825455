package brief

import (
	"embed"
	"html/template"
	"io"
	"net/url"
)

//go:embed brief.html
var files embed.FS

// page is the template of a brief. html/template escapes whatever stands in it; a link is made only of an address of the web.
var page = template.Must(template.New("brief.html").Funcs(template.FuncMap{
	"number": func(i int) int { return i + 1 },
	"clean":  plain,
	"web":    web,
}).ParseFS(files, "brief.html"))

func (b *Brief) html(w io.Writer) error { return page.Execute(w, b) }

// web is an address that may be linked to, else nothing.
func web(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}
