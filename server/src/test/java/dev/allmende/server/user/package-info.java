@NullMarked
package dev.allmende.server.user;

import org.jspecify.annotations.NullMarked;
