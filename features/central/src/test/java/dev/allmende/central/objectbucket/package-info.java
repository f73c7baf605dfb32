@NullMarked
package dev.allmende.central.objectbucket;

import org.jspecify.annotations.NullMarked;
