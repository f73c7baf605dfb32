@NullMarked
package dev.allmende.status.notice;

import org.jspecify.annotations.NullMarked;
