/** For tests of controllers and clients: a server for each test class. The only package that knows JUnit and fabric8. */
@NullMarked
package dev.allmende.apiserver.junit;

import org.jspecify.annotations.NullMarked;
