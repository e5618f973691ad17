"""What is measured: each part is a module with `rows(options)`, which gives rows one by one."""
