module example.org/kettle

go 1.19
