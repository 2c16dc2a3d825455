package main

import "flag"

var (
	out      = flag.String("out", "", "")
	minShip  = flag.Int("ship", 4, "")
	tuneFlag = flag.Bool("tune", false, "")
	epochs   = flag.Int("epochs", 15, "")
	l2       = flag.Float64("l2", 1e-2, "")
	rate     = flag.Float64("rate", 0.02, "")
	least    = flag.Int("least", 2, "")
)
