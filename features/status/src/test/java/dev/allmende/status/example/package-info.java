@NullMarked
package dev.allmende.status.example;

import org.jspecify.annotations.NullMarked;
