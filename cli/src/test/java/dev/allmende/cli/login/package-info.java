@NullMarked
package dev.allmende.cli.login;

import org.jspecify.annotations.NullMarked;
