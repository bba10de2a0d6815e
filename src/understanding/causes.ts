/** Words behind which a cause is named. */

/** A pattern's source, without flags or bounds: "due to", "på grunn av", "skuldast". */
export const CAUSED_BY = "(?:på grunn av|grunna|forårsaket av|skyldtes|skyldes|skuldast|skuldtest|because of|due to|caused by)";
