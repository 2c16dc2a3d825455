package model

import "sync"

// Pool lends Encoders of one network, one to a goroutine at a time, so that what they know of words is kept from text to text.
type Pool struct {
	net  *Network
	cpu  CPU
	free sync.Pool
}

// NewPool makes a pool of encoders with the given kernels. It has the weights made ready for them meanwhile.
func NewPool(n *Network, c CPU) *Pool {
	go n.prepare(c)
	return &Pool{net: n, cpu: c}
}

// Network is the network that the encoders run.
func (p *Pool) Network() *Network { return p.net }

// Get lends an encoder; give it back with Put.
func (p *Pool) Get() *Encoder {
	if e, ok := p.free.Get().(*Encoder); ok {
		return e
	}
	return p.net.NewEncoder(p.cpu)
}

// Put takes an encoder back.
func (p *Pool) Put(e *Encoder) { p.free.Put(e) }
