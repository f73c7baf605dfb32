@NullMarked
package dev.allmende.server.shell.manage;

import org.jspecify.annotations.NullMarked;
