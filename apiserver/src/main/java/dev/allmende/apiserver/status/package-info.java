/** What a client is told when something fails: the Status object, its reasons and causes. */
@NullMarked
package dev.allmende.apiserver.status;

import org.jspecify.annotations.NullMarked;
