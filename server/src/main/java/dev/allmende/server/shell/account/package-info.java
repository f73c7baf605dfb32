/** Local users: who they are and how their passwords are kept. */
@NullMarked
package dev.allmende.server.shell.account;

import org.jspecify.annotations.NullMarked;
