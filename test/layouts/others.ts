export const others: readonly { readonly name: string; readonly text: string }[] = [];
