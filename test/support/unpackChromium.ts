import chromium from '@sparticuz/chromium';

// A program of its own: the package unpacks into the folder for temporary files, and its caller says which that is.
await chromium.executablePath();
