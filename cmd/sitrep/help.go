package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

type helpCommand struct {
	Topic []string `arg:"" optional:"" help:"A command, or exit-codes."`
}

// Run explains a topic, or shows what --help shows of a command.
func (c *helpCommand) Run(a *app, parser *kong.Kong) error {
	if len(c.Topic) == 1 && c.Topic[0] == "exit-codes" {
		_, err := io.WriteString(a.out, exitCodes)
		return err
	}
	if node := find(parser.Model.Node, c.Topic); node == nil {
		return usageError{fmt.Errorf("no command or topic %q", strings.Join(c.Topic, " ")), "sitrep --help"}
	}
	return showHelp(parser, c.Topic)
}

// find follows the names of commands down the tree.
func find(n *kong.Node, names []string) *kong.Node {
	for _, name := range names {
		var next *kong.Node
		for _, child := range n.Children {
			if child.Type == kong.CommandNode && child.Name == name {
				next = child
			}
		}
		if n = next; n == nil {
			return nil
		}
	}
	return n
}

// showHelp lets kong print the help of a command, and comes back when kong wants to leave the process.
func showHelp(parser *kong.Kong, command []string) (err error) {
	defer func() {
		switch e := recover().(type) {
		case nil, exit:
		default:
			panic(e)
		}
	}()
	_, err = parser.Parse(append(append([]string{}, command...), "--help"))
	return err
}
