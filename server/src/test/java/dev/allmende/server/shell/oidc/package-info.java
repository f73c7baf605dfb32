@NullMarked
package dev.allmende.server.shell.oidc;

import org.jspecify.annotations.NullMarked;
