// Signing in with a passkey is offered where the browser knows what that is.
const passkey = document.getElementById("passkey_login");
if (passkey && window.PublicKeyCredential) passkey.hidden = false;
