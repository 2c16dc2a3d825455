package labelstudio

import (
	"fmt"
	"strings"

	"sitrep"
	"sitrep/standoff"
)

// Config is the labelling interface of a project.
func Config() string {
	var b strings.Builder
	b.WriteString("<View>\n  <Header value=\"$title\"/>\n  <Labels name=\"" + markName + "\" toName=\"" + textName + "\">\n")
	for _, l := range labels() {
		fmt.Fprintf(&b, "    <Label value=%q/>\n", l)
	}
	b.WriteString("  </Labels>\n  <Relations>\n")
	for _, r := range append(append([]string{}, standoff.Roles...), standoff.About, standoff.SaidBy, continues) {
		fmt.Fprintf(&b, "    <Relation value=%q/>\n", r)
	}
	b.WriteString("  </Relations>\n  <Text name=\"" + textName + "\" value=\"$text\" granularity=\"word\"/>\n")
	for _, c := range standoff.Choices() {
		when := c.Of
		if when == nil {
			when = kinds()
		}
		fmt.Fprintf(&b, "  <View visibleWhen=\"region-selected\" whenTagName=%q whenLabelValue=%q>\n    <Header value=%q/>\n", markName, strings.Join(when, ","), c.Name)
		fmt.Fprintf(&b, "    <Choices name=%q toName=%q perRegion=\"true\" choice=\"single\" showInline=\"true\">\n", c.Name, textName)
		for _, v := range c.Values {
			fmt.Fprintf(&b, "      <Choice value=%q/>\n", v)
		}
		b.WriteString("    </Choices>\n  </View>\n")
	}
	fmt.Fprintf(&b, "  <TextArea name=%q toName=%q perRegion=\"true\" editable=\"true\" maxSubmissions=\"1\" placeholder=\"count 3; side NORTH; from 2031-05-02\"/>\n</View>\n", noteName, textName)
	return b.String()
}

func kinds() []string {
	var out []string
	for _, k := range sitrep.Kinds {
		out = append(out, string(k))
	}
	return out
}

func labels() []string { return append(kinds(), standoff.Types...) }
