/** The SCS status API (status-page-openapi 1.1.2, SCS-0402) as a view of a page. */
@NullMarked
package dev.allmende.status.contract;

import org.jspecify.annotations.NullMarked;
