package options

import "fmt"

// Validate returns every reason why a server cannot run with these settings:
// first what each group says about itself, then what only shows when two
// groups are held side by side.
func (s *ServerRunOptions) Validate() []error {
	var errs []error
	errs = append(errs, s.Serving.Validate()...)
	errs = append(errs, s.Storage.Validate()...)
	errs = append(errs, s.Logging.Validate()...)
	errs = append(errs, validateSizes(s)...)
	return errs
}

// validateSizes wants every value that may be stored to fit into a request.
func validateSizes(s *ServerRunOptions) []error {
	request, value := s.Serving.MaxRequestBytes, s.Storage.MaxValueBytes
	if request < value {
		return []error{fmt.Errorf("--max-request-bytes %d is less than --max-value-bytes %d: the longest values could never be written", request, value)}
	}
	return nil
}
