/** What is served, as clients ask for it before anything else: groups, versions, resources, the server's version. */
@NullMarked
package dev.allmende.apiserver.discovery;

import org.jspecify.annotations.NullMarked;
