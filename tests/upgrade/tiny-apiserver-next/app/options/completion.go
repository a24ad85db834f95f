package options

import (
	"errors"
	"fmt"
	"net"
)

// CompletedOptions are settings that Complete has been through. Run asks for
// this type, so that nobody runs a server with settings that were left open.
type CompletedOptions struct {
	*ServerRunOptions
}

// Complete decides what the flags left open. It looks at the machine and at
// other settings, and does not judge any of them: that is for Validate.
func (s *ServerRunOptions) Complete() (CompletedOptions, error) {
	if s.Serving.AdvertiseAddress == "" {
		address, err := reachableAddress(s.Serving.BindAddress)
		if err != nil {
			return CompletedOptions{}, fmt.Errorf("finding an address to advertise: %w", err)
		}
		s.Serving.AdvertiseAddress = address
	}

	// Groups don't know each other; a setting that follows another group's is
	// settled here, above both.
	if s.Serving.MaxRequestBytes == 0 {
		s.Serving.MaxRequestBytes = s.Storage.MaxValueBytes
	}

	return CompletedOptions{ServerRunOptions: s}, nil
}

// reachableAddress returns bindAddress, or, where that means every interface,
// the machine's first address that others can reach.
func reachableAddress(bindAddress string) (string, error) {
	if ip := net.ParseIP(bindAddress); ip == nil || !ip.IsUnspecified() {
		return bindAddress, nil
	}
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		return "", err
	}
	for _, address := range addresses {
		if network, ok := address.(*net.IPNet); ok && network.IP.IsGlobalUnicast() {
			return network.IP.String(), nil
		}
	}
	return "", errors.New("this machine has no address but loopback; set --advertise-address")
}
