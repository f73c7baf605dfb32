@NullMarked
package dev.allmende.central.objectbucketcredentials;

import org.jspecify.annotations.NullMarked;
