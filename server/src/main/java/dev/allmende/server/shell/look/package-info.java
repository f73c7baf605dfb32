/** How pages look and speak: templates, languages, themes, style sheet and script. */
@NullMarked
package dev.allmende.server.shell.look;

import org.jspecify.annotations.NullMarked;
