package options

import (
	"flag"
	"fmt"
	"net"
	"strconv"
	"time"
)

const (
	defaultGrace  = 30 * time.Second
	teachingGrace = 5 * time.Second
)

// ServingOptions says where the server listens and how it takes its leave.
type ServingOptions struct {
	// BindAddress is the IP address to listen on.
	BindAddress string
	// Port is the TCP port to listen on; 0 lets the system choose a free one.
	Port int
	// AdvertiseAddress is the address told to clients. Empty means: derive it
	// from BindAddress.
	AdvertiseAddress string
	// MaxRequestBytes bounds the body of a request. 0 means: as much as the
	// largest value the store takes.
	MaxRequestBytes int64
	// ShutdownGrace is how long requests under way may take to end.
	ShutdownGrace time.Duration
}

var _ Group = (*ServingOptions)(nil)

// NewServingOptions returns the defaults: this machine only, port 8001.
func NewServingOptions() *ServingOptions {
	return &ServingOptions{
		BindAddress:   "127.0.0.1",
		Port:          8001,
		ShutdownGrace: defaultGrace,
	}
}

// AddFlags implements Group.
func (o *ServingOptions) AddFlags(fs *flag.FlagSet) {
	fs.StringVar(&o.BindAddress, "bind-address", o.BindAddress, "The `IP` address to listen on.")
	fs.IntVar(&o.Port, "port", o.Port, "The TCP port to listen on; 0 takes any free one.")
	fs.StringVar(&o.AdvertiseAddress, "advertise-address", o.AdvertiseAddress,
		"The `IP` address told to clients. Derived from --bind-address if empty.")
	fs.Int64Var(&o.MaxRequestBytes, "max-request-bytes", o.MaxRequestBytes,
		"The longest request body accepted; 0 follows --max-value-bytes.")
	fs.DurationVar(&o.ShutdownGrace, "shutdown-grace", o.ShutdownGrace,
		"How long requests under way may take once the server is told to stop.")
}

// ListenAddress joins address and port in the form that net.Listen takes.
func (o *ServingOptions) ListenAddress() string {
	return net.JoinHostPort(o.BindAddress, strconv.Itoa(o.Port))
}

// Validate implements Group.
func (o *ServingOptions) Validate() []error {
	var errs []error
	if net.ParseIP(o.BindAddress) == nil {
		errs = append(errs, fmt.Errorf("--bind-address %q is not an IP address", o.BindAddress))
	}
	// An address that was derived from a wrong one is not wrong a second time.
	if o.AdvertiseAddress != o.BindAddress && net.ParseIP(o.AdvertiseAddress) == nil {
		errs = append(errs, fmt.Errorf("--advertise-address %q is not an IP address", o.AdvertiseAddress))
	}
	if o.Port < 0 || o.Port > 65535 {
		errs = append(errs, fmt.Errorf("--port %d is not between 0 and 65535", o.Port))
	}
	if o.MaxRequestBytes < 0 {
		errs = append(errs, fmt.Errorf("--max-request-bytes %d is negative", o.MaxRequestBytes))
	}
	if o.ShutdownGrace < 0 {
		errs = append(errs, fmt.Errorf("--shutdown-grace %v is negative", o.ShutdownGrace))
	}
	return errs
}
