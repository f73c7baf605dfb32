/** Pages as files, renewed at every change, that any web server can serve while this program is down. */
@NullMarked
package dev.allmende.status.export;

import org.jspecify.annotations.NullMarked;
