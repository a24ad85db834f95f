package options

// Validate returns every reason why a server cannot run with these settings:
// what each group says about itself.
func (s *ServerRunOptions) Validate() []error {
	var errs []error
	errs = append(errs, s.Serving.Validate()...)
	errs = append(errs, s.Storage.Validate()...)
	errs = append(errs, s.Logging.Validate()...)
	return errs
}
