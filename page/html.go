package page

func readHTML(raw []byte, h Hints) (*draft, error)            { panic("todo") }
func readMail(raw []byte, h Hints, depth int) (*draft, error) { panic("todo") }
func readPDF(raw []byte) (*draft, error)                      { panic("todo") }
