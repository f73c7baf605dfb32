/** Who is signed in: sessions, forms that only their reader can send, and a bound on guessing. */
@NullMarked
package dev.allmende.server.shell.login;

import org.jspecify.annotations.NullMarked;
