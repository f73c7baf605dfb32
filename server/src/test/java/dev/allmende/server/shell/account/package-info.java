@NullMarked
package dev.allmende.server.shell.account;

import org.jspecify.annotations.NullMarked;
