@NullMarked
package dev.allmende.cli.whoami;

import org.jspecify.annotations.NullMarked;
